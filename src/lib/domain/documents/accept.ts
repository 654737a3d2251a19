import { ACCEPTED_TYPES } from './limits.ts';

/**
 * What a file control offers, and what the script beside it takes: one list for both. Never images alone: Android 14
 * and 15 would then open a photo picker that has no camera. Without HEIC: an iPhone then gives a JPEG.
 */
export const FILE_CHOICE = ['.pdf', '.jpg', '.jpeg', '.png', ...ACCEPTED_TYPES].join(',');
