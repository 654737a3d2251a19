import { and, eq, sql } from 'drizzle-orm';
import type { Value, Values } from '../../domain/changes/read-values.ts';
import {
	application,
	currentHousing,
	person,
	requestMotive,
	resource,
	taxIncome,
	wantedCommune,
	wantedType
} from '../db/schema/applications.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { columnsOf } from './columns-of.ts';
import { stateFacts, type StatedByCounter } from './state-facts.ts';

type Setting = {
	applicationId: string;
	/** Whose columns and amounts they are; null for those of the whole request. */
	personId: string | null;
	values: Values;
	stated: StatedByCounter;
};

/** Writes values in the places they stand for. Each fact that changes carries who said it; the rest of its row does not. */
export async function setValues(tx: Tx, setting: Setting): Promise<void> {
	const { applicationId, personId, values } = setting;
	if (personId) await setPerson(tx, setting, personId);
	await setHousing(tx, setting);
	await setSearch(tx, setting);
	if (personId) {
		for (const [name, value] of Object.entries(values)) {
			const [kind, code] = name.split('.');
			if (!code || typeof value !== 'string' || value === '') continue;
			if (kind === 'tax') await setTax(tx, setting, personId, Number(code), Number(value));
			else await setResource(tx, setting, personId, kind as 'received' | 'paid', code, value);
		}
	}
	const line = { applicationId, ...setting.stated };
	await setList(values['types'], async (types) => {
		await tx.delete(wantedType).where(eq(wantedType.applicationId, applicationId));
		await tx.insert(wantedType).values(types.map((type) => ({ ...line, type })));
	});
	await setList(values['communes'], async (communes) => {
		await tx.delete(wantedCommune).where(eq(wantedCommune.applicationId, applicationId));
		await tx
			.insert(wantedCommune)
			.values(communes.map((insee, rank) => ({ ...line, insee, rank })));
	});
	await setList(values['motives'], async (codes) => {
		await tx.delete(requestMotive).where(eq(requestMotive.applicationId, applicationId));
		await tx.insert(requestMotive).values(codes.map((code, rank) => ({ ...line, code, rank })));
	});
}

async function setPerson(tx: Tx, setting: Setting, personId: string): Promise<void> {
	const columns = columnsOf(setting.values, 'person');
	if (Object.keys(columns).length === 0) return;
	const [known] = await tx.select().from(person).where(eq(person.id, personId));
	await tx.update(person).set(columns).where(eq(person.id, personId));
	await stateChanged(tx, setting, personId, columns, known);
}

async function setHousing(tx: Tx, setting: Setting): Promise<void> {
	const columns = columnsOf(setting.values, 'housing');
	if (Object.keys(columns).length === 0) return;
	const { applicationId, stated } = setting;
	const here = eq(currentHousing.applicationId, applicationId);
	const [known] = await tx.select().from(currentHousing).where(here);
	if (!known) {
		await tx.insert(currentHousing).values({ ...columns, ...stated, applicationId });
		return;
	}
	await tx.update(currentHousing).set(columns).where(here);
	await stateChanged(tx, setting, 'housing', columns, known);
}

async function setSearch(tx: Tx, setting: Setting): Promise<void> {
	const columns = columnsOf(setting.values, 'request');
	if (Object.keys(columns).length === 0) return;
	const here = eq(application.id, setting.applicationId);
	const [known] = await tx.select().from(application).where(here);
	await tx.update(application).set(columns).where(here);
	await stateChanged(tx, setting, 'request', columns, known);
}

/** Only what differs was said by the counter: a form sends back what it was filled with. */
async function stateChanged(
	tx: Tx,
	{ applicationId, stated }: Setting,
	subject: string,
	columns: Readonly<Record<string, unknown>>,
	known: Readonly<Record<string, unknown>> | undefined
): Promise<void> {
	const changed = Object.keys(columns).filter(
		(name) => String(columns[name]) !== String(known?.[name])
	);
	await stateFacts(tx, applicationId, subject, changed, stated);
}

async function setTax(
	tx: Tx,
	{ stated }: Setting,
	personId: string,
	year: number,
	cents: number
): Promise<void> {
	const income = { personId, year, amountEuros: Math.round(cents / 100), ...stated };
	await tx
		.insert(taxIncome)
		.values(income)
		.onConflictDoUpdate({
			target: [taxIncome.personId, taxIncome.year],
			set: {
				amountEuros: sql`excluded.amount_euros`,
				origin: sql`excluded.origin`,
				statedOn: sql`excluded.stated_on`
			}
		});
}

/** An amount of nothing says that it is no longer received, or paid. */
async function setResource(
	tx: Tx,
	{ stated }: Setting,
	personId: string,
	direction: 'received' | 'paid',
	code: string,
	cents: string
): Promise<void> {
	const { personId: whose, direction: way, code: what } = resource;
	await tx.delete(resource).where(and(eq(whose, personId), eq(way, direction), eq(what, code)));
	if (Number(cents) === 0) return;
	const monthlyCents = Number(cents);
	await tx.insert(resource).values({ personId, direction, code, monthlyCents, ...stated });
}

async function setList(
	value: Value | undefined,
	write: (list: readonly string[]) => Promise<void>
): Promise<void> {
	if (Array.isArray(value) && value.length > 0) await write(value);
}
