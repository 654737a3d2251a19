import type { PaperTexts } from '../paper-categories.ts';

/** Name and meaning of each paper, in Portuguese; the French term stays where that is what is printed on it. */
export const pt: PaperTexts = {
	national_id_card: ['Bilhete de identidade nacional', 'Os dois lados do documento.'],
	passport: ['Passaporte', 'A página com a fotografia e o nome.'],
	residence_permit: [
		'Autorização de residência (titre de séjour)',
		'Os dois lados, ainda dentro da validade.'
	],
	residence_permit_receipt: [
		'Recibo da autorização de residência (récépissé)',
		'O documento que recebe quando renova uma autorização de residência. Primeira autorização? Pergunte no balcão.'
	],
	birth_certificate: [
		'Certidão de nascimento',
		'Dada pela câmara (mairie) do lugar de nascimento.'
	],
	guardianship_order: [
		'Sentença de tutela ou de curatela',
		'A decisão do juiz que protege um adulto ou uma criança.'
	],
	tax_notice_n2: [
		'Aviso de imposto sobre os rendimentos de há dois anos',
		'Todas as páginas do aviso. Indica o rendimento fiscal de referência (revenu fiscal de référence).'
	],
	foreign_tax_notice: [
		'Aviso de imposto de outro país',
		'Se declarava os seus rendimentos noutro país. Com a tradução em francês.'
	],
	tax_notice_n1: [
		'Último aviso de imposto',
		'Sobre os rendimentos do ano passado. Útil se os seus rendimentos baixaram.'
	],
	income_last_12_months: [
		'Rendimentos dos últimos 12 meses',
		'Os documentos que mostram o que recebeu. Úteis se os seus rendimentos baixaram pelo menos 10%.'
	],
	family_record_book: [
		'Caderneta de família (livret de famille)',
		'Todas as páginas preenchidas: pais e filhos.'
	],
	pacs_certificate: [
		'Certidão de união civil (PACS)',
		'O documento que diz que está unido por um PACS.'
	],
	pacs_dissolution: ['Fim da união civil (PACS)', 'O documento que diz que o PACS acabou.'],
	death_certificate: [
		'Certidão de óbito',
		'Dada pela câmara (mairie). Se o seu marido, a sua mulher ou o seu companheiro morreu.'
	],
	pregnancy_certificate: ['Certificado de gravidez', 'Dado pelo médico ou pela parteira.'],
	divorce_judgment: [
		'Sentença ou acordo de divórcio',
		'A decisão do juiz, ou o acordo assinado no notário.'
	],
	separation_order: ['Separação: decisão provisória do juiz', 'Se o divórcio estiver em curso.'],
	custody_decision: [
		'Decisão sobre a guarda dos filhos',
		'A decisão do juiz, ou o acordo dos pais.'
	],
	protection_order: [
		'Medida de proteção (ordonnance de protection)',
		'A decisão do juiz que protege uma pessoa da violência.'
	],
	student_card: ['Cartão de estudante', 'O cartão ou o certificado de matrícula deste ano.'],
	apprenticeship_contract: ['Contrato de aprendizagem', 'O contrato assinado.'],
	work_contract: ['Contrato de trabalho', 'O contrato assinado, em vigor.'],
	employer_statement: [
		'Declaração do empregador',
		'Uma carta do seu empregador sobre o seu emprego.'
	],
	unemployment_statement: [
		'Declaração da France Travail',
		'O documento que diz que está inscrito, e o que recebe.'
	],
	business_registration: [
		'Registo da sua empresa',
		'Se trabalha por conta própria: artesão, comerciante, independente.'
	],
	payslips: [
		'Últimos três recibos de vencimento',
		'Um ficheiro para cada recibo, ou os três juntos.'
	],
	business_accounts: [
		'Contas da sua empresa',
		'O último balanço, ou a declaração do contabilista.'
	],
	pension_notice: ['Reforma: aviso de pagamento', 'O que as caixas de reforma pagam.'],
	disability_pension_notice: ['Pensão de invalidez: aviso de pagamento', 'O que a caixa paga.'],
	daily_allowance_slips: ['Subsídio de doença ou de desemprego', 'Os extratos do que recebe.'],
	family_allowance_statement: ['Declaração da CAF ou da MSA', 'A lista das prestações que recebe.'],
	alimony_judgment: ['Pensão de alimentos', 'A decisão que fixa a pensão que recebe ou paga.'],
	student_grant_notice: ['Bolsa de estudo', 'O aviso de atribuição da bolsa.'],
	lease: ['Contrato de arrendamento (bail)', 'O contrato da sua habitação atual, assinado.'],
	rent_receipt: ['Recibo de renda (quittance)', 'O último que tem.'],
	landlord_certificate: ['Declaração do senhorio', 'Diz que é inquilino e que a renda está paga.'],
	host_certificate: [
		'Declaração de quem o aloja',
		'A pessoa que o aloja escreve que mora em casa dela.'
	],
	accommodation_receipt: [
		'Recibo de um centro, de um hotel ou de um parque de campismo',
		'O recibo ou a declaração do lugar onde dorme.'
	],
	social_worker_certificate: [
		'Declaração de um assistente social',
		'Descreve a sua situação de habitação.'
	],
	domiciliation_certificate: [
		'Declaração de morada postal (domiciliation)',
		'A morada onde recebe o correio, se não tem habitação.'
	],
	title_deed: ['Escritura de propriedade', 'Se é proprietário de uma habitação.'],
	financing_plan: [
		'Plano de financiamento',
		'Se é proprietário de uma habitação: os empréstimos a pagar.'
	],
	notice_to_quit: [
		'Ordem de saída do proprietário (congé)',
		'A carta que lhe pede para deixar a habitação.'
	],
	eviction_papers: ['Documentos de despejo', 'Ordem de pagar ou de sair da habitação, sentença.'],
	demolition_notice: ['Habitação a demolir', 'O documento que anuncia a demolição.'],
	indecency_report: [
		'Habitação em mau estado: relatório',
		'O relatório da CAF, da agência de saúde ou de um oficial de justiça (commissaire de justice).'
	],
	insalubrity_order: [
		'Despacho de insalubridade ou de perigo',
		'A decisão do préfet ou do presidente da comuna (maire) sobre a habitação.'
	],
	complaint: [
		'Queixa ou participação à polícia',
		'O documento dado pela polícia ou pela gendarmerie.'
	],
	medical_certificate: [
		'Certificado médico',
		'Diz porque é precisa outra habitação. Sem pormenores sobre a doença.'
	],
	disability_decision: [
		'Deficiência: decisão da MDPH ou cartão',
		'A decisão, ou o cartão de mobilidade (carte mobilité inclusion).'
	],
	family_reunification_filing: [
		'Reagrupamento familiar',
		'O documento que prova que o pedido foi entregue.'
	],
	childminder_licence: [
		'Licença de ama ou de família de acolhimento',
		'A licença, ou o pedido de licença.'
	],
	job_offer_or_transfer: [
		'Novo emprego ou mudança de local de trabalho',
		'A promessa de emprego, ou a decisão de mudança.'
	],
	over_indebtedness_file: [
		'Processo de sobre-endividamento',
		'A decisão, ou a prova da entrega do processo.'
	]
};
