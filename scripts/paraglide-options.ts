/** One set of options for the three ways messages get compiled: the dev server, the build, and `npm run i18n`. */
export const paraglideOptions = {
	project: './project.inlang',
	outdir: './src/lib/paraglide',
	strategy: ['url', 'cookie', 'baseLocale'] as ('url' | 'cookie' | 'baseLocale')[],
	cookieName: 'langue',
	emitTsDeclarations: true,
	isServer: 'import.meta.env?.SSR ?? typeof window === "undefined"'
};
