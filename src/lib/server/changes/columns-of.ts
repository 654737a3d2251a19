import { fieldRule, type FieldName, type FieldPlace } from '../../domain/changes/fields.ts';
import { OTHER_COMMUNE, type Values } from '../../domain/changes/read-values.ts';

/** A value as its column holds it. */
type Column = string | number | boolean | Temporal.PlainDate | null;

/**
 * The values of a proposal that are columns of one place of our copy: a person, or the home. A commune outside the
 * territory, whose code nobody knows here, is written after the street until the register says its code.
 */
export function columnsOf(
	values: Values,
	place: Extract<FieldPlace, 'person' | 'housing' | 'request'>
): Record<string, Column> {
	const columns: Record<string, Column> = {};
	for (const [name, value] of Object.entries(values)) {
		const rule = fieldRule(name as FieldName);
		if (rule.place !== place || typeof value !== 'string') continue;
		columns[name] = columnOf(rule.type, value);
	}
	if (values['addressCommune'] === OTHER_COMMUNE) {
		columns['addressLine'] = [values['addressLine'], values['otherCommune']]
			.filter(Boolean)
			.join(', ');
	}
	return columns;
}

function columnOf(type: ReturnType<typeof fieldRule>['type'], value: string): Column {
	if (value === '' || value === OTHER_COMMUNE) return null;
	switch (type) {
		case 'day':
			return Temporal.PlainDate.from(value);
		case 'count':
		case 'euros':
			return Number(value);
		case 'yes_no':
			return value === 'oui';
		default:
			return value;
	}
}
