import { globSync, readFileSync } from 'node:fs';
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { describe, expect, test, vi } from 'vitest';
import LanguageSwitch from '$lib/components/LanguageSwitch.svelte';
import PhoneNotices from '$lib/components/PhoneNotices.svelte';
import SiteFooter from '$lib/components/SiteFooter.svelte';
import SiteHeader from '$lib/components/SiteHeader.svelte';
import { overwriteGetLocale, type Locale } from '$lib/paraglide/runtime.js';
import { bytesOf, piecesOf } from '$lib/server/hooks/pieces.ts';
import DayList from '../src/routes/(portal)/rendez-vous/DayList.svelte';
import TimesStep from '../src/routes/(portal)/rendez-vous/TimesStep.svelte';
import Counters from '../src/routes/(portal)/guichets/+page.svelte';
import OtherWays from '../src/routes/(applicant)/espace/pieces/OtherWays.svelte';
import PaperDrawing from '../src/routes/(applicant)/espace/pieces/PaperDrawing.svelte';
import TransitPromise from '../src/routes/(applicant)/espace/pieces/TransitPromise.svelte';
import WhatAndWhose from '../src/routes/(applicant)/espace/pieces/WhatAndWhose.svelte';
import Coming from '../src/routes/(applicant)/espace/Coming.svelte';
import HowLong from '../src/routes/(applicant)/espace/HowLong.svelte';
import NextStep from '../src/routes/(applicant)/espace/NextStep.svelte';
import PhoneCard from '../src/routes/(applicant)/espace/PhoneCard.svelte';
import Position from '../src/routes/(applicant)/espace/Position.svelte';
import CounterChoice from '../src/routes/(staff)/agent/CounterChoice.svelte';
import DayBar from '../src/routes/(staff)/agent/DayBar.svelte';
import Queues from '../src/routes/(staff)/agent/Queues.svelte';
import * as request from './support/pages/kept-of-a-request.ts';
import * as staff from './support/pages/kept-of-a-day.ts';
import * as made from './support/pages/kept-parts.ts';

const { application, address } = vi.hoisted(() => ({
	application: { building: false, dev: true },
	address: { route: { id: '/x' as string | null }, params: {} as Record<string, string> }
}));
vi.mock('$app/environment', () => ({
	get building() {
		return application.building;
	},
	get dev() {
		return application.dev;
	}
}));
vi.mock('$app/state', () => ({ page: address }));

/** What each of them can be shown, each thing that it depends on at least once otherwise than before. */
const SHOWN: Record<string, [Component<never>, readonly object[]]> = {
	SiteHeader: [SiteHeader, made.headers],
	SiteFooter: [SiteFooter, made.footers],
	LanguageSwitch: [LanguageSwitch, made.languageSwitches],
	PhoneNotices: [PhoneNotices, [{ person: undefined }, { person: 'nobody' }, { person: 'aBc' }]],
	DayList: [DayList, made.dayLists],
	TimesStep: [TimesStep, made.timesSteps],
	Counters: [Counters, made.counters],
	OtherWays: [OtherWays, [{}]],
	PaperDrawing: [PaperDrawing, made.drawings],
	TransitPromise: [TransitPromise, made.promises],
	WhatAndWhose: [WhatAndWhose, made.whatAndWhose],
	Coming: [Coming, request.comings],
	HowLong: [HowLong, request.howLongs],
	NextStep: [NextStep, request.nextSteps],
	PhoneCard: [PhoneCard, request.phoneCards],
	Position: [Position, request.positions],
	CounterChoice: [CounterChoice, staff.choices],
	DayBar: [DayBar, staff.bars],
	Queues: [Queues, staff.queues]
};

const LANGUAGES: readonly Locale[] = ['fr', 'ar'];
const pages = LANGUAGES.flatMap((locale) =>
	Object.entries(SHOWN).flatMap(([name, [component, all]]) =>
		all.map((props, at) => ({ name: `${name} ${at}, ${locale}`, locale, component, props }))
	)
);

function written({ locale, component, props }: (typeof pages)[number]): string {
	overwriteGetLocale(() => locale);
	const { body } = render(component as Component, { props });
	// What Svelte writes for a framework on the phone, the build leaves out (scripts/unhydrated.ts).
	return body.replace(/<!--(?!\/?kee?p)[^]*?-->/g, '');
}

describe('what is kept of one page is what another would have written', () => {
	application.dev = true;
	const each = pages.map(written);

	test.each(['the first time', 'later', 'later still'])('%s', () => {
		application.dev = false;
		for (const [at, page] of pages.entries()) {
			expect(bytesOf(piecesOf(written(page))).toString(), page.name).toBe(each[at]);
		}
	});

	test('and is not written again', () => {
		application.dev = false;
		for (const page of pages) expect(written(page), page.name).not.toContain('<!--keep ');
		expect(written(pages[0]!)).toContain('<!--kept ');
	});
});

test('an address of a record is not kept for everybody: there are too many', () => {
	application.dev = false;
	const switchTo = { name: '', locale: 'fr' as const, component: LanguageSwitch };
	address.params = { id: '1' };
	expect(written({ ...switchTo, props: { path: '/agent/demandes/1' } })).not.toContain('<!--ke');
	address.params = {};
	expect(written({ ...switchTo, props: { path: '/guichets?q=a' } })).not.toContain('<!--ke');
});

test('nothing is kept that is not shown here', () => {
	const keeping = globSync('src/**/*.svelte').filter((file) =>
		/<Kept\b/.test(readFileSync(file, 'utf8'))
	);
	// What it keeps depends on the language alone.
	const plain = ['src/routes/(applicant)/espace/+page.svelte'];
	const names = keeping
		.filter((file) => !plain.includes(file))
		.map((file) =>
			/\/guichets\/\+page/.test(file) ? 'Counters' : /(\w+)\.svelte$/.exec(file)![1]!
		);
	expect(names.toSorted()).toEqual(Object.keys(SHOWN).toSorted());
	for (const file of plain) {
		const texts = readFileSync(file, 'utf8').matchAll(/<Kept by="[^{"]*">([^]*?)<\/Kept>/g);
		for (const [, text] of texts) expect(text).not.toMatch(/\b(data|form|page)\b\.?/);
	}
});
