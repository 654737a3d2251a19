/** Whether the process answers at all. */
export const GET = () => new Response('ok\n', { headers: { 'cache-control': 'no-store' } });
