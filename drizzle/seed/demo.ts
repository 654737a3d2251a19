import { eq, sql } from 'drizzle-orm';
import { now, PARIS } from '../../src/lib/server/clock.ts';
import { application } from '../../src/lib/server/db/schema/applications.ts';
import { message, messageReceipt } from '../../src/lib/server/db/schema/notifications.ts';
import { unitOfWork } from '../../src/lib/server/db/unit-of-work.ts';
import { environment } from '../../src/lib/server/environment.ts';
import { activateLike } from './demo/accounts.ts';
import { seedAgenda, type Guest } from './demo/agenda.ts';
import { seedChanges, seedSeparation } from './demo/changes.ts';
import { seedFigures } from './demo/figures.ts';
import { seedExampleGrid, seedScores } from './demo/grid.ts';
import { AMINA, seedAmina, seedMaria, seedPaul } from './demo/identities.ts';
import { CHARACTERS, seedCharacters, type CharacterName } from './demo/characters.ts';
import { inLanes } from './demo/in-lanes.ts';
import { LIVES } from './demo/lives.ts';
import { seedBodies } from './demo/bodies.ts';
import { seedHelpers } from './demo/helpers.ts';
import { seedExchanges } from './demo/exchanges.ts';
import { SEED } from './demo/moments.ts';
import { seedAminasPaper, seedPapers } from './demo/papers.ts';
import { seedPaulsPapers } from './demo/pauls-papers.ts';
import { planLife } from './demo/plan-life.ts';
import { playLife, type DemoRequest } from './demo/play-life.ts';
import { seededRandom, type Random } from './demo/random.ts';
import { fictionalRequest } from './demo/requests.ts';
import { seedStaff, type DemoStaff } from './demo/staff.ts';
import { seedWaiting } from './demo/waiting.ts';
import { seedWishes } from './demo/wishes.ts';
import { seedReference } from './reference.ts';
import { seedDemoOpenings } from './reference/demo-openings.ts';

/** The same people every time; only their days follow the calendar. */
const DIE = 20_261_123;
/** Of those who live near enough to come, how many have signed in once. */
const ACTIVATED_PERCENT = 88;

/**
 * Fills the database with about two hundred fictional requests in all states of life, a month of visits behind and
 * three weeks ahead, some papers, and the people whose sign-ins the demonstration prints. Everything goes through the
 * use cases, each on its day, counted back from the clock. Does nothing when the demonstration's people are there.
 * @throws Error in production
 */
export async function seedDemo(): Promise<void> {
	if (environment().GUICHET_MODE === 'production')
		throw new Error('Fictional people are for demonstrations and tests.');
	if (await isSeeded()) return;
	await seedReference();
	await unitOfWork(SEED, seedDemoOpenings);
	const start = now().toZonedDateTimeISO(PARIS);
	const today = start.toPlainDate();
	const staff = await seedStaff();
	await seedFigures(staff.head, today);
	await seedExampleGrid(staff.head, today);
	await seedBodies(staff.head);
	const amina = await seedAmina(staff, today);
	const paul = await seedPaul(staff, today);
	await seedMaria(staff, today);
	const characters = await seedCharacters(staff, today);
	const accounts = await activateLike(amina.applicant, characters);
	const called = (name: CharacterName) =>
		accounts.get(characters[Object.keys(CHARACTERS).indexOf(name)]!.applicationId)!;
	const random = seededRandom(DIE);
	const requests = await seedRequests(random, staff, today);
	const signedIn = requests.filter(({ live }) => live && random.chance(ACTIVATED_PERCENT));
	const applicants = await activateLike(amina.applicant, signedIn);
	const guests = signedIn.map((request): Guest => ({
		request,
		applicant: applicants.get(request.applicationId)!
	}));
	await seedAgenda(random, guests, staff, start);
	await seedWishes(guests, today);
	await seedWaiting(guests);
	await seedChanges(guests, staff, today);
	await seedSeparation(called('separating'), today);
	await seedAminasPaper(amina.applicant, staff.antibes, today);
	await seedPapers(guests, staff, today);
	await seedPaulsPapers(paul, staff.antibes, today);
	await seedExchanges({ amina: amina.applicant, guests, requests, staff, today });
	await seedHelpers({ amina: amina.applicant, helped: called('helped') }, today);
	await seedScores(amina.applicant, requests, staff.head, today);
	await markMessagesSent();
}

async function isSeeded(): Promise<boolean> {
	const found = await unitOfWork(SEED, (tx) =>
		tx.$count(application, eq(application.uniqueNumber, AMINA))
	);
	return found > 0;
}

/** In an order of their own, so that neighbours in a list do not all live the same life. */
async function seedRequests(
	random: Random,
	staff: DemoStaff,
	today: Temporal.PlainDate
): Promise<DemoRequest[]> {
	const lives = LIVES.flatMap((life) => Array.from({ length: life.count }, () => life));
	const shuffled = lives
		.map((life) => ({ life, rank: random.between(0, 1_000_000) }))
		.sort((a, b) => a.rank - b.rank);
	// First the dice, one after the other; then the lives, which know nothing of each other, several at a time.
	const planned = shuffled.map(({ life }, index) => {
		const { filedOn, steps } = planLife(random, life, today);
		return { file: fictionalRequest(random, index + 1, filedOn), steps };
	});
	return inLanes(planned, ({ file, steps }) => playLife(file, steps, staff.head));
}

/**
 * The messages that the visits queued are said to have been sent, by hand and not by the worker: nobody lives at
 * demo.test, and an installation with a mail server must not write there.
 */
async function markMessagesSent(): Promise<void> {
	await unitOfWork(SEED, async (tx) => {
		const sent = await tx
			.update(message)
			.set({ state: 'sent' })
			.where(sql`${message.state} = 'queued' and ${message.createdAt} < ${now().toString()}`)
			.returning({ id: message.id, at: message.createdAt });
		const receipts = sent.map(({ id, at }) => ({
			messageId: id,
			at,
			outcome: 'sent',
			detail: 'shown on /demo/messages'
		}));
		if (receipts.length > 0) await tx.insert(messageReceipt).values(receipts);
	});
}
