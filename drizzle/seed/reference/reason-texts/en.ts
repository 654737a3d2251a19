import type { ReasonTexts } from '../resend-reasons.ts';

/** Name, sentence and advice of each reason, in English. */
export const en: ReasonTexts = {
	blurred: [
		'Blurred photo',
		'The photo is blurred: some of the text cannot be read.',
		'Lay the paper flat, in daylight. Hold the phone with both hands, then take the photo again.'
	],
	too_dark: [
		'Too dark, or glare',
		'The photo is too dark, or glare hides some of the text.',
		'Take the photo again near a window, without flash and without your shadow on the paper.'
	],
	cut_off: [
		'Edge cut off',
		'One edge of the paper is cut off.',
		'Step back a little: the four corners of the paper must be in the photo.'
	],
	page_missing: [
		'Page or back missing',
		'A page is missing, or the other side of the paper.',
		'Send all the pages, and both sides of a card, together.'
	],
	illegible: [
		'Cannot be read',
		'This paper cannot be read.',
		'Take a sharp photo of the whole paper. If the paper is damaged, ask the body that issued it for a new one.'
	],
	damaged_file: [
		'Damaged file',
		'The file is damaged: part of it does not show.',
		'Take a photo of the paper, then send the photo.'
	],
	not_openable: [
		'File that we cannot open',
		'Our antivirus cannot check this file: we cannot open it.',
		'Take photos of the paper, page by page, then send the photos. You can also bring it to the counter.'
	],
	not_translated: [
		'No translation',
		'This paper is in another language, without a French translation.',
		'Send the paper and its translation together. Your counter can tell you who translates.'
	],
	wrong_kind: [
		'Another paper than expected',
		'This is not the paper that was asked for.',
		'Look at the name of the paper and at the example, then send that one.'
	],
	wrong_person: [
		'In someone else’s name',
		'This paper is in another person’s name.',
		'Send the paper of the person named here. If the name has changed, tell your counter.'
	],
	out_of_scope: [
		'Not on the official list',
		'This paper is not on the official list. Nobody may ask you for it.',
		'You have nothing to send instead.'
	],
	expired: [
		'Out of date',
		'This paper is no longer valid: its date has passed.',
		'Send the paper that is valid now, or the receipt showing that you applied for it.'
	],
	obsolete: ['Too old', 'This paper is too old.', 'Send the most recent one you have.'],
	other_year: [
		'Wrong year',
		'This paper is not for the year that was asked for.',
		'Look at the year at the top of the paper. Send the one for the right year.'
	],
	number_visible: [
		'Social security number visible',
		'A social security number can be seen on this paper. It must not be kept.',
		'Cover the number with a slip of paper or a finger, then take the photo again.'
	]
};
