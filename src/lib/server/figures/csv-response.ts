/** A CSV file to keep; never shown in the browser, never stored by a proxy. */
export function csvResponse(text: string, fileName: string): Response {
	return new Response(text, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="${fileName}"`,
			'cache-control': 'private, no-store'
		}
	});
}
