import type { ReasonTexts } from '../resend-reasons.ts';

/** Name, sentence and advice of each reason, in Portuguese. */
export const pt: ReasonTexts = {
	blurred: [
		'Fotografia desfocada',
		'A fotografia está desfocada: não se consegue ler todo o texto.',
		'Ponha o documento em plano, à luz do dia. Segure o telemóvel com as duas mãos, depois tire outra fotografia.'
	],
	too_dark: [
		'Demasiado escura ou com reflexo',
		'A fotografia está demasiado escura, ou um reflexo tapa parte do texto.',
		'Tire outra fotografia perto de uma janela, sem flash e sem a sua sombra no documento.'
	],
	cut_off: [
		'Borda cortada',
		'Uma borda do documento está cortada.',
		'Afaste-se um pouco: os quatro cantos do documento devem estar na fotografia.'
	],
	page_missing: [
		'Falta uma página ou o verso',
		'Falta uma página, ou o outro lado do documento.',
		'Envie todas as páginas, e os dois lados se for um cartão, num só envio.'
	],
	illegible: [
		'Ilegível',
		'Este documento não se consegue ler.',
		'Tire uma fotografia nítida e inteira. Se o documento está estragado, peça um novo ao organismo que o deu.'
	],
	damaged_file: [
		'Ficheiro estragado',
		'O ficheiro está estragado: uma parte não aparece.',
		'Tire uma fotografia ao documento, depois envie a fotografia.'
	],
	not_openable: [
		'Ficheiro que não podemos abrir',
		'O nosso antivírus não consegue verificar este ficheiro: não o podemos abrir.',
		'Tire uma fotografia a cada página do documento, depois envie as fotografias. Também o pode trazer ao balcão.'
	],
	not_translated: [
		'Sem tradução',
		'Este documento está noutra língua, sem a tradução em francês.',
		'Envie o documento e a tradução juntos. O seu balcão pode dizer-lhe quem traduz.'
	],
	wrong_kind: [
		'Documento diferente do pedido',
		'Este não é o documento que foi pedido.',
		'Veja o nome do documento pedido e o exemplo, depois envie esse.'
	],
	wrong_person: [
		'Em nome de outra pessoa',
		'Este documento está em nome de outra pessoa.',
		'Envie o documento da pessoa indicada. Se o nome mudou, diga-o ao seu balcão.'
	],
	out_of_scope: [
		'Fora da lista oficial',
		'Este documento não está na lista oficial. Ninguém lho pode pedir.',
		'Não tem nada a enviar em vez dele.'
	],
	expired: [
		'Fora da validade',
		'Este documento já não é válido: a sua data passou.',
		'Envie o documento que é válido agora, ou o recibo (récépissé) que mostra que o pediu.'
	],
	obsolete: [
		'Demasiado antigo',
		'Este documento é demasiado antigo.',
		'Envie o mais recente que tem.'
	],
	other_year: [
		'Ano errado',
		'Este documento não é do ano pedido.',
		'Veja o ano escrito no cimo do documento. Envie o do ano pedido.'
	],
	number_visible: [
		'Número de segurança social visível',
		'Vê-se um número de segurança social neste documento. Não deve ser guardado.',
		'Tape o número com um papel ou com o dedo, depois tire outra fotografia.'
	]
};
