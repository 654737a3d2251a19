import type { ReasonTexts } from '../resend-reasons.ts';

/** Name, sentence and advice of each reason, in Italian. */
export const it: ReasonTexts = {
	blurred: [
		'Foto sfocata',
		'La foto è sfocata: non si riesce a leggere tutto il testo.',
		'Metta il documento in piano, alla luce del giorno. Tenga il telefono con due mani, poi rifaccia la foto.'
	],
	too_dark: [
		'Troppo scura o con un riflesso',
		'La foto è troppo scura, o un riflesso nasconde del testo.',
		'Rifaccia la foto vicino a una finestra, senza flash e senza la sua ombra sul documento.'
	],
	cut_off: [
		'Bordo tagliato',
		'Un bordo del documento è tagliato.',
		'Si allontani un poco: i quattro angoli del documento devono essere nella foto.'
	],
	page_missing: [
		'Manca una pagina o il retro',
		'Manca una pagina, o l’altro lato del documento.',
		'Invii tutte le pagine, e i due lati se è una tessera, in un solo invio.'
	],
	illegible: [
		'Non si legge',
		'Questo documento non si riesce a leggere.',
		'Faccia una foto nitida e intera. Se il documento è rovinato, ne chieda uno nuovo a chi lo ha dato.'
	],
	damaged_file: [
		'File danneggiato',
		'Il file è danneggiato: una parte non si vede.',
		'Faccia una foto del documento, poi invii la foto.'
	],
	not_openable: [
		'File che non possiamo aprire',
		'Il nostro antivirus non può controllare questo file: non possiamo aprirlo.',
		'Faccia una foto di ogni pagina del documento, poi invii le foto. Può anche portarlo allo sportello.'
	],
	not_translated: [
		'Senza traduzione',
		'Questo documento è in un’altra lingua, senza la traduzione in francese.',
		'Invii il documento e la traduzione insieme. Il suo sportello può dirle chi traduce.'
	],
	wrong_kind: [
		'Documento diverso da quello chiesto',
		'Questo non è il documento chiesto.',
		'Guardi il nome del documento chiesto e l’esempio, poi invii quello.'
	],
	wrong_person: [
		'A nome di un’altra persona',
		'Questo documento è a nome di un’altra persona.',
		'Invii il documento della persona indicata. Se il nome è cambiato, lo dica al suo sportello.'
	],
	out_of_scope: [
		'Fuori dall’elenco ufficiale',
		'Questo documento non è nell’elenco ufficiale. Nessuno può chiederglielo.',
		'Non deve inviare niente al suo posto.'
	],
	expired: [
		'Scaduto',
		'Questo documento non è più valido: la sua data è passata.',
		'Invii il documento valido oggi, o la ricevuta (récépissé) che mostra che lo ha richiesto.'
	],
	obsolete: [
		'Troppo vecchio',
		'Questo documento è troppo vecchio.',
		'Invii il più recente che ha.'
	],
	other_year: [
		'Anno sbagliato',
		'Questo documento non è dell’anno chiesto.',
		'Guardi l’anno scritto in alto sul documento. Invii quello dell’anno chiesto.'
	],
	number_visible: [
		'Numero di sicurezza sociale visibile',
		'Su questo documento si vede un numero di sicurezza sociale. Non deve essere conservato.',
		'Nasconda il numero con un pezzo di carta o con il dito, poi rifaccia la foto.'
	]
};
