import type { IconName } from './icons.ts';

export type NoticeTone = 'info' | 'success' | 'warning' | 'danger';
export type BadgeTone = 'neutral' | 'todo' | 'wait' | 'done' | 'info' | 'danger';

/** Each tone has its own icon, because a state is never colour alone. */
export const noticeIcons: Record<NoticeTone, IconName> = {
	info: 'info',
	success: 'circle-check',
	warning: 'triangle-alert',
	danger: 'circle-alert'
};

export const badgeIcons: Record<BadgeTone, IconName> = {
	neutral: 'circle-dashed',
	todo: 'circle-alert',
	wait: 'hourglass',
	done: 'circle-check',
	info: 'info',
	danger: 'triangle-alert'
};
