import type { RequestState } from '../../../src/lib/domain/applications/event-kinds.ts';
import { eq } from 'drizzle-orm';
import { system } from '../../../src/lib/domain/accounts/actor.ts';
import type { AppointmentState } from '../../../src/lib/domain/appointments/states.ts';
import { now, today } from '../../../src/lib/server/clock.ts';
import { application, person } from '../../../src/lib/server/db/schema/applications.ts';
import { appointment } from '../../../src/lib/server/db/schema/appointments.ts';
import { counter, desk } from '../../../src/lib/server/db/schema/counters.ts';
import { unitOfWork } from '../../../src/lib/server/db/unit-of-work.ts';

const TESTING = system('test');

type RequestSketch = {
	uniqueNumber: string;
	firstName: string;
	lastName: string;
	/** Where the person lives (INSEE): who lives there is of that counter's territory. */
	insee: string;
	/** Days from today to the end of validity. */
	daysLeft?: number;
	state?: RequestState;
};

/** A fictional request of one adult. */
export function makeRequest(sketch: RequestSketch): Promise<string> {
	const stated = { origin: 'declared', statedOn: today() } as const;
	const validUntil = today().add({ days: sketch.daysLeft ?? 300 });
	return unitOfWork(TESTING, async (tx) => {
		const [made] = await tx
			.insert(application)
			.values({
				uniqueNumber: sketch.uniqueNumber,
				filedOn: validUntil.subtract({ years: 1 }),
				validUntil,
				state: sketch.state ?? 'registered',
				createdAt: now(),
				updatedAt: now(),
				...stated
			})
			.returning({ id: application.id });
		const { firstName, lastName, insee } = sketch;
		const adult = { role: 'applicant', position: 0, addressCommune: insee, ...stated } as const;
		await tx.insert(person).values({ applicationId: made!.id, firstName, lastName, ...adult });
		return made!.id;
	});
}

type AppointmentSketch = {
	applicationId: string;
	slug: string;
	startsAt: string;
	state?: AppointmentState;
	motive?: string;
};

/** Half an hour at the first desk of a counter. */
export function makeAppointment(sketch: AppointmentSketch): Promise<string> {
	const startsAt = Temporal.Instant.from(sketch.startsAt);
	const endsAt = startsAt.add({ minutes: 30 });
	return unitOfWork(TESTING, async (tx) => {
		const [place] = await tx
			.select({ counterId: counter.id, deskId: desk.id })
			.from(counter)
			.innerJoin(desk, eq(desk.counterId, counter.id))
			.where(eq(counter.slug, sketch.slug))
			.orderBy(desk.name)
			.limit(1);
		const [made] = await tx
			.insert(appointment)
			.values({
				...place!,
				motiveCode: sketch.motive ?? 'suivi',
				applicationId: sketch.applicationId,
				...{ startsAt, endsAt, occupiedFrom: startsAt, occupiedUntil: endsAt },
				state: sketch.state ?? 'booked',
				...{ createdAt: now(), updatedAt: now(), createdBy: 'system:test' }
			})
			.returning({ id: appointment.id });
		return made!.id;
	});
}
