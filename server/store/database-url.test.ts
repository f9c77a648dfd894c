import { describe, expect, it } from 'vitest';
import { hostUrls, withSessionOptions } from './database-url.ts';

describe('connection strings', () => {
  it('are one a host, and lose what pg would silently ignore', () => {
    expect(hostUrls('postgres://u:p%40w@h1:6522,h2/db?target_session_attrs=read-write&sslmode=verify-full')).toEqual([
      'postgres://u:p%40w@h1:6522/db?sslmode=verify-full',
      'postgres://u:p%40w@h2/db?sslmode=verify-full',
    ]);
    expect(hostUrls('postgresql://h/db')).toEqual(['postgresql://h/db']);
  });

  it('are refused in a sentence that does not repeat the password', () => {
    expect(() => hostUrls('mysql://u:secret@h/db')).toThrow('DATABASE_URL');
    expect(() => hostUrls('mysql://u:secret@h/db')).not.toThrow('secret');
  });

  it('carry session settings beside those already there', () => {
    expect(withSessionOptions('postgres://h/db?options=-c%20a%3D1', '-c role=r')).toBe(
      'postgres://h/db?options=-c%20a%3D1%20-c%20role%3Dr',
    );
    expect(withSessionOptions('postgres://h/db', '')).toBe('postgres://h/db');
  });
});
