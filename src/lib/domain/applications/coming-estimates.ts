import type { SettingKey } from '../settings/settings.ts';
import type { ComingStep } from './coming-steps.ts';

/**
 * Which figure says how long each coming step usually takes here. The interview has its legal delay (L441-2-8); for
 * the others the head of service says what the counters observe, and until then nobody knows.
 */
export const STEP_ESTIMATES = {
	interview: 'reception_delay_months',
	instruction: 'step_instruction_months',
	positioning: 'step_positioning_months',
	commission: 'step_commission_weeks',
	offer: 'step_offer_weeks',
	lease: 'step_lease_weeks'
} as const satisfies Record<ComingStep, SettingKey>;
