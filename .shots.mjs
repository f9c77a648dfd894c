import { chromium } from 'playwright-core';
const url='http://localhost:3991';
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox']});
const seats=new Map();
async function at(login){ if(seats.has(login))return seats.get(login);
 const c=await b.newContext({locale:'ja-JP',timezoneId:'Asia/Tokyo'}); const p=await c.newPage(); p.setDefaultTimeout(20000);
 await p.goto(url+'/sign-in'); await p.waitForTimeout(800);
 const code=p.getByLabel(/団体コード/); if(await code.count()&&await code.isVisible()) await code.fill('999999').catch(()=>{});
 await p.getByLabel(/ユーザー名|職員番号|ログイン/).first().fill(login); await p.getByLabel(/パスワード/).first().fill('tokimori-demo');
 await p.getByRole('button',{name:/ログイン|入る|サインイン/}).first().click(); await p.waitForTimeout(1500); seats.set(login,p); return p;}
async function shot(login,path,name,act,widths=[1280,375]){ const p=await at(login); await p.setViewportSize({width:1280,height:900}); await p.goto(url+path); await p.waitForLoadState('networkidle'); if(act) await act(p); await p.waitForTimeout(400);
 for(const w of widths){ await p.setViewportSize({width:w,height:w===375?812:900}); await p.waitForTimeout(200); await p.screenshot({path:`/tmp/eye/${name}-${w}.png`,fullPage:true}); } console.log(name,p.url()); }
export {at,shot,b};
