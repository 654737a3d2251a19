/**
 * Landlords that public sources name for the area, without saying in which communes they own homes: none is confirmed.
 * Erilia took over Sophia Antipolis Habitat (2020); Côte d'Azur Habitat owns homes outside Nice (2011).
 */
export const landlords: readonly { name: string; source: string }[] = [
	{ name: 'Côte d’Azur Habitat', source: 'nicepremium.fr, politique, parc hors de Nice (2011)' },
	{ name: 'Erilia', source: 'lepetitnicois.net, reprise de Sophia Antipolis Habitat (2020)' }
];
