import type { RequestScreen } from '../../../src/routes/(applicant)/espace/request-screen.ts';

/** What the kept parts of my request may be shown with: each line changes one thing that a part depends on. */

type Shown<Key extends keyof RequestScreen> = Pick<RequestScreen, Key>;

const step: RequestScreen['coming'][number] = {
	step: 'interview',
	count: 30,
	unit: 'days',
	confirmed: true
};
export const comings: Shown<'coming'>[] = [
	{ coming: [step] },
	{ coming: [{ ...step, count: 15 }] },
	{ coming: [{ ...step, count: null }] },
	{ coming: [{ ...step, unit: 'months' }] },
	{ coming: [{ ...step, confirmed: false }] },
	{ coming: [{ ...step, step: 'commission' }] },
	{ coming: [step, { ...step, step: 'commission' }] }
];

const observed = {
	delay: '31 mois',
	place: 'Biot',
	type: 'T3',
	source: 'SNE',
	asOf: '1er janvier 2026',
	isExample: false
};
const late: RequestScreen['delays'][number] = {
	phase: 'past',
	kind: 'abnormal',
	dueOn: '3 mars 2026',
	remedy: 'mediation',
	article: 'L441-1-4',
	length: 36,
	unit: 'months',
	confirmed: true,
	startedOn: '3 mars 2023',
	daysLeft: -20
};
const waiting: Shown<'delays' | 'filedOn' | 'observed'> = {
	delays: [],
	filedOn: '3 mars 2024',
	observed: null
};
const howLong: (typeof waiting)[] = [
	waiting,
	{ ...waiting, filedOn: '4 mars 2024' },
	{ ...waiting, delays: [late] },
	{ ...waiting, observed },
	{ ...waiting, observed: { ...observed, delay: '40 mois' } },
	{ ...waiting, observed: { ...observed, place: 'Vence' } },
	{ ...waiting, observed: { ...observed, type: 'T2' } },
	{ ...waiting, observed: { ...observed, source: 'Préfecture' } },
	{ ...waiting, observed: { ...observed, asOf: '1er juillet 2026' } },
	{ ...waiting, observed: { ...observed, isExample: true } }
];
export const howLongs = howLong.map((request) => ({ request }));

const housed: RequestScreen['strikeOff'] = {
	kind: 'struck_off_housed',
	article: 'R441-2-8',
	warned: false,
	afterwards: 'nothing',
	on: '3 mars 2026',
	erasedFrom: '3 mars 2027',
	body: 'Le service',
	keptNumber: null
};

type Next = Shown<'next' | 'offer' | 'condition' | 'missingKinds' | 'strikeOff'>;
const nothing: Next = {
	next: 'nothing',
	offer: null,
	condition: null,
	missingKinds: [],
	strikeOff: null
};
const offer = { daysLeft: 9, isUrgent: false, replyBefore: '14 décembre 2026' };
const condition = { daysLeft: 12, last: '14 décembre 2026', what: 'Un justificatif' };
const papers: Next = { ...nothing, next: 'send_papers', missingKinds: ['passport'] };
export const nextSteps: Next[] = [
	nothing,
	{ ...nothing, next: 'book' },
	{ ...nothing, next: 'renew' },
	papers,
	{ ...papers, missingKinds: ['passport', 'lease'] },
	{ ...nothing, next: 'answer_offer', offer },
	{ ...nothing, next: 'answer_offer', offer: { ...offer, replyBefore: '15 décembre 2026' } },
	{ ...nothing, next: 'meet_condition', condition },
	{ ...nothing, next: 'meet_condition', condition: { ...condition, what: 'Un bail' } },
	{ ...nothing, strikeOff: housed }
];

const card: Shown<'state' | 'appointment' | 'mayRenew' | 'renewBefore'> = {
	state: 'registered',
	appointment: null,
	mayRenew: false,
	renewBefore: '3 mars 2027'
};
export const phoneCards = [
	{ request: card, person: 'aBc' },
	{ request: card, person: 'dEf' },
	{ request: { ...card, state: 'positioned' }, person: 'aBc' },
	{ request: { ...card, mayRenew: true }, person: 'aBc' }
];

type Stands = Shown<'state' | 'place' | 'flags'> & Partial<Shown<'rank' | 'strikeOff'>>;
const stands: Stands = { state: 'registered', place: 1, flags: { priority: false, dalo: false } };
export const positions: Stands[] = [
	stands,
	{ ...stands, state: 'positioned' },
	{ ...stands, place: 2 },
	{ ...stands, place: null },
	{ ...stands, flags: { priority: true, dalo: false } },
	{ ...stands, flags: { priority: true, dalo: true } },
	{ ...stands, rank: 2 },
	{ ...stands, rank: 3 },
	{ ...stands, strikeOff: housed }
];
