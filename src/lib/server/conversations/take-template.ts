import { and, eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { fillTemplate, type TemplateValues } from '../../domain/conversations/templates.ts';
import { NotFound } from '../../domain/errors.ts';
import { localised } from '../../domain/localised.ts';
import { isUuid } from '../applications/access.ts';
import { applicantAccount } from '../db/schema/accounts.ts';
import { replyTemplate } from '../db/schema/conversations.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { publicAddress } from '../notifications/public-address.ts';
import { personOf, requireAgentOf } from './access.ts';

/**
 * A template as an agent starts an answer from it: in the person's language, its blanks filled, with the French beside
 * when the agent may not read what they send.
 * @returns `locale` of the text: French when nobody has written it in the person's language
 * @throws NotFound to anybody but an agent of the request's territory, and for an unknown template
 */
export async function takeTemplate(
	tx: Tx,
	actor: Actor,
	{ applicationId, templateId }: { applicationId: string; templateId: string }
) {
	const agent = await requireAgentOf(tx, actor, applicationId);
	const [template] = isUuid(templateId)
		? await tx
				.select()
				.from(replyTemplate)
				.where(and(eq(replyTemplate.id, templateId), eq(replyTemplate.active, true)))
		: [];
	if (!template) throw new NotFound('reply-template');
	const wanted = await localeOf(tx, applicationId);
	const firstName = (await personOf(tx, applicationId))?.firstName ?? '';
	const locale = template.body[wanted] ? wanted : 'fr';
	const filled = (language: string) =>
		fillTemplate(localised(template.body, language), valuesIn(language, firstName, agent.name));
	return { text: filled(locale), locale, wanted, french: locale === 'fr' ? null : filled('fr') };
}

/** The language in which a person is written to. */
export async function localeOf(tx: Tx, applicationId: string): Promise<string> {
	const [account] = await tx
		.select({ locale: applicantAccount.locale })
		.from(applicantAccount)
		.where(eq(applicantAccount.applicationId, applicationId));
	return account?.locale ?? 'fr';
}

function valuesIn(locale: string, prenom: string, agent: string): TemplateValues {
	return {
		prenom,
		agent,
		'lien-pieces': publicAddress('/espace/pieces', locale),
		'lien-rendez-vous': publicAddress('/rendez-vous', locale),
		'lien-demande': publicAddress('/espace', locale)
	};
}
