import type { QueueName } from '../lib/server/db/job-queue.ts';

/**
 * Everything that happens by itself, in one place. Hours are Europe/Paris. Nothing is ever planned between 02:00 and
 * 02:59: that hour does not exist one night a year and exists twice on another. What runs every minute has no hour.
 */
export const SCHEDULE: readonly { queue: QueueName; cron: string; why: string }[] = [
	{ queue: 'send-messages', cron: '* * * * *', why: 'confirmations leave within a minute' },
	{
		queue: 'send-reminders',
		cron: '*/5 0-1,3-23 * * *',
		why: 'a reminder leaves within five minutes of its hour'
	},
	{
		queue: 'send-renewal-reminders',
		cron: '*/15 0-1,3-23 * * *',
		why: 'a renewal is reminded on its day, and the notice that left is written down (R441-2-7)'
	},
	{
		queue: 'offer-freed-places',
		cron: '* 0-1,3-23 * * *',
		why: 'a freed place goes to the next on the list'
	},
	{
		queue: 'close-offers',
		cron: '5 0-1,3-23 * * *',
		why: 'an offer without an answer is a refusal once its last day is over'
	},
	{
		queue: 'remind-offers',
		cron: '20 8-20 * * *',
		why: 'nobody loses an offer because they forgot its last day'
	},
	{
		queue: 'recompute-scores',
		cron: '*/10 0-1,3-23 * * *',
		why: 'a score follows the facts, the grid and the day'
	},
	{
		queue: 'purge-sessions',
		cron: '15 3 * * *',
		why: 'ended sessions, old failed sign-ins and helpers who help nobody are not kept'
	},
	{
		queue: 'prepare-papers',
		cron: '* * * * *',
		why: 'a paper that arrived, or whose antivirus was away, is scanned and drawn'
	},
	{
		queue: 'empty-papers',
		cron: '25 0-1,3-23 * * *',
		why: 'what is in SNE, and what a request struck off a year ago had and said, are erased'
	},
	{
		queue: 'sweep-papers',
		cron: '40 0-1,3-23 * * *',
		why: 'what a crash left in the store without a row goes'
	},
	{
		queue: 'expire-drafts',
		cron: '50 0-1,3-23 * * *',
		why: 'documents begun and never sent go a week after their last page'
	},
	{
		queue: 'index-texts',
		cron: '*/10 0-1,3-23 * * *',
		why: 'the search knows the texts of this version and the counters as they are'
	}
];
