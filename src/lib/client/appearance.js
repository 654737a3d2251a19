/**
 * Applies, before anything is drawn, the appearance a person chose (cookies set by /preferences): pages built once
 * cannot carry it, and a page that turns dark a moment late hurts the eye. Inline in every page; its fingerprint is in
 * the content security policy, so that no other inline script ever runs.
 */
export const appearance =
	"for(const[n,v]of document.cookie.split('; ').map(c=>c.split('=')))" +
	'if(/^(theme|taille|contraste)$/.test(n)&&/^[a-z]+$/.test(v))document.documentElement.dataset[n]=v';
