import {shot,b,at} from './.shots.mjs';
import {mkdirSync} from 'fs'; mkdirSync('/tmp/eye',{recursive:true});
try{
await shot('100068','/section/decisions','decisions-director');
await shot('100084','/reports/saga-1?month=2026-10','saga-head');
await shot('100012','/measures/edit?presets=yokohama,nerima','trial',async p=>{await p.getByRole('button',{name:'過去12か月で試す'}).click(); await p.getByText(/CSVで受け取る/).first().waitFor({timeout:60000});});
await shot('100084','/section','section-confirmed',async p=>{await p.getByText('確認した実績').first().click(); await p.waitForTimeout(1500); const s=p.getByLabel('職員',{exact:true}); const o=await s.locator('option').count(); if(o>1) await s.selectOption({index:1});});
await shot('100012','/breaches/review','review');
}finally{await b.close();}
