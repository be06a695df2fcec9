import type { SPEC_FIELDS } from '#lib/jobs/job.ts';
import type { Fields } from './field.ts';
import type { SheetKind } from './sheet.ts';

const SPECIFICATION = {
	itemType: { title: 'Item type', also: ['item', 'article', 'item kind'] },
	metal: { title: 'Metal', also: ['material', 'alloy'] },
	fineness: {
		title: 'Fineness',
		also: ['karat', 'karat or fineness', 'carat gold', 'metal karat', 'purity']
	},
	color: { title: 'Color', also: ['colour', 'metal color', 'metal colour', 'gold color'] },
	size: {
		title: 'Size',
		also: ['ring size', 'finger size', 'length', 'size or length', 'ring size or length']
	},
	centerStone: { title: 'Center stone', also: ['centre stone', 'main stone', 'stone'] },
	centerShape: {
		title: 'Center shape',
		also: ['centre shape', 'shape', 'stone shape', 'cut', 'center stone shape', 'centre stone shape']
	},
	centerSize: {
		title: 'Center size',
		also: [
			'centre size',
			'carat',
			'carat or mm',
			'carats',
			'ct',
			'stone size',
			'carat weight',
			'center stone size'
		]
	},
	sideStones: { title: 'Side stones', also: ['melee', 'accent stones', 'accents', 'side stone'] },
	setting: { title: 'Setting', also: ['setting style', 'mount', 'mounting'] },
	engraving: { title: 'Engraving', also: ['engrave', 'inscription'] },
	finish: { title: 'Finish', also: ['surface', 'polish'] },
	customerStones: {
		title: 'Customer stones',
		also: ['customer’s stones', 'customer’s own stones', 'own stones', 'client stones', 'stones supplied']
	}
} satisfies Fields<(typeof SPEC_FIELDS)[number]>;

/** What the columns of a file of jobs can be. */
export const JOB_FIELDS = {
	oldNumber: {
		title: 'Old number',
		also: [
			...['number', 'no', 'nr', '#', 'id', 'job', 'job number', 'job no', 'job #', 'job id', 'ticket'],
			...['ticket number', 'ticket no', 'order number', 'order no', 'order #', 'repair number'],
			...['repair no', 'envelope', 'envelope number', 'bag', 'bag number', 'reference', 'ref']
		]
	},
	type: { title: 'Type', also: ['order type', 'job type', 'kind', 'custom or repair'], required: true },
	customer: {
		title: 'Customer',
		also: ['customer name', 'client', 'client name', 'name', 'full name'],
		required: true
	},
	customerCompany: { title: 'Customer company', also: ['company', 'client company', 'firm'] },
	customerEmail: {
		title: 'Customer e-mail',
		also: ['email', 'email address', 'mail', 'client email', 'customer email address']
	},
	customerPhone: {
		title: 'Customer phone',
		also: [
			...['phone', 'phone number', 'telephone', 'tel', 'mobile', 'mobile number', 'cell', 'cell phone'],
			...['client phone', 'customer phone number', 'contact number']
		]
	},
	customerAddress: { title: 'Customer address', also: ['address', 'client address', 'postal address'] },
	title: {
		title: 'Title',
		also: ['description', 'piece', 'work', 'job title', 'job description', 'item description']
	},
	status: { title: 'Status', also: ['stage', 'state', 'progress'] },
	inStatusSince: {
		title: 'In status since',
		also: ['status since', 'status date', 'date of status']
	},
	promisedOn: {
		title: 'Promised date',
		also: [
			...['promised', 'promise date', 'date promised', 'promised for', 'promised by', 'due', 'due date'],
			...['date due', 'due by', 'deadline', 'ready by', 'delivery date', 'needed by', 'wanted by']
		],
		required: true
	},
	takenInOn: {
		title: 'Taken in',
		also: [
			...['taken in on', 'date taken in', 'date in', 'in date', 'received', 'date received', 'intake'],
			...['intake date', 'created', 'created on', 'date created', 'order date', 'start date', 'opened']
		]
	},
	salesperson: {
		title: 'Salesperson',
		also: ['sales', 'sales person', 'sales associate', 'associate', 'sold by', 'taken in by', 'taken by']
	},
	jeweler: { title: 'Jeweler', also: ['jeweller', 'bench jeweler', 'bench jeweller', 'goldsmith', 'bench'] },
	vendor: {
		title: 'Vendor',
		also: ['supplier', 'vendor name', 'vendor company', 'manufacturer', 'contractor', 'caster']
	},
	holdReason: {
		title: 'Hold reason',
		also: ['on hold reason', 'waiting for', 'waiting on', 'on hold because', 'reason for hold']
	},
	holdNote: { title: 'Hold note', also: ['hold notes', 'hold comment'] },
	holdUntil: { title: 'Hold until', also: ['on hold until', 'held until'] },
	heldFrom: { title: 'Held from', also: ['status before hold', 'held from status', 'previous status'] },
	rush: { title: 'Rush', also: ['urgent', 'rush job', 'priority', 'express'] },
	location: { title: 'Location', also: ['where', 'place', 'drawer', 'tray', 'box', 'bin', 'safe', 'shelf'] },
	notes: {
		title: 'Notes',
		also: ['note', 'remarks', 'remark', 'comments', 'comment', 'internal notes', 'memo']
	},
	budget: { title: 'Budget', also: ['customer budget', 'max budget'] },
	declaredValue: { title: 'Declared value', also: ['insurance value', 'insured value'] },
	...SPECIFICATION
} satisfies Fields<string>;

export type JobField = keyof typeof JOB_FIELDS;

/** J2: a job's old number tells it apart when its file comes again. */
export const JOB_SHEET: SheetKind<JobField> = { fields: JOB_FIELDS, numberField: 'oldNumber' };
