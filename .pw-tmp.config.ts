import base from './playwright.config.ts';
export default { ...base, testDir: '/work/main/tests/e2e', globalSetup: undefined, outputDir: '/tmp/pw-out', use: { ...base.use, baseURL: process.env['E2E_BASE_URL'] , trace: 'off', screenshot: 'on' } };
