import type { CeilingTable } from '../../../src/lib/domain/ceilings/tables.ts';

/**
 * Ceilings outside Île-de-France, whole euros: six categories, then each further person. PLUS as printed; PLS is PLUS
 * and 30 %, rounded; PLAI of 2026 was not found and is supposed from 2023 (2022 for the last two amounts) at the
 * growth of PLUS: it must never pass for official (domain.md §5).
 */
// One line a table, so that the figures can be compared with their source.
// prettier-ignore
export const ceilings: readonly CeilingTable[] = [
	{ programme: 'PLUS', year: 2025, amounts: [23_201, 30_984, 37_259, 44_982, 52_915, 59_636, 6_652], nature: 'official', source: 'OpenFisca-France, paramètres du logement social', confirmed: false },
	{ programme: 'PLUS', year: 2026, amounts: [23_403, 31_254, 37_584, 45_374, 53_376, 60_156, 6_710], nature: 'official', source: 'Arrêté du 19 décembre 2025 (NOR VLOL2534266A), JO du 24 décembre 2025', confirmed: true },
	{ programme: 'PLS', year: 2026, amounts: [30_424, 40_630, 48_859, 58_986, 69_389, 78_203, 8_723], nature: 'computed', source: 'Plafonds PLUS 2026 augmentés de 30 %', confirmed: false },
	{ programme: 'PLAI', year: 2026, amounts: [12_870, 18_753, 22_551, 25_092, 29_358, 33_086, 3_690], nature: 'extrapolated', source: 'Estimés d’après les plafonds PLAI 2023 (2022 pour six personnes et plus) et la hausse des plafonds PLUS', confirmed: false }
];
