import { assertNever } from '#lib/kernel/assert-never.ts';
import type { FilesOnCard } from '#lib/server/attachments/job-files.ts';

/** What is wrong between the rows and the store. */
export type Fault =
	/** The page shows a file that is not there: nothing brings it back but a backup of the store. */
	| { kind: 'file_missing'; shopId: string; number: number; id: string; fileName: string; key: string }
	/** The file is not the one that was stored. */
	| {
			kind: 'file_changed';
			shopId: string;
			number: number;
			id: string;
			fileName: string;
			key: string;
			bytes: number;
			found: number;
	  }
	/** A thumbnail or a cleaned copy is not there: it can be made again from the file. */
	| {
			kind: 'copy_missing';
			shopId: string;
			number: number;
			id: string;
			fileName: string;
			key: string;
			part: 'thumbnail' | 'cleaned';
	  }
	/** A shop's logo is not there: it has to be uploaded again. */
	| { kind: 'logo_missing'; shopId: string; key: string }
	/** An object that no row names and no upload is about to name. */
	| { kind: 'orphan'; key: string; bytes: number }
	/** A card says other things of its files than there are. */
	| { kind: 'card_wrong'; shopId: string; number: number; card: FilesOnCard; files: FilesOnCard };

export interface CheckedFault {
	fault: Fault;
	isRepaired: boolean;
	/** Why repairing it failed, where it was tried. */
	why?: string;
}

export interface StorageReport {
	files: number;
	objects: number;
	faults: CheckedFault[];
}

/** One line for a person. */
export function faultSentence(fault: Fault): string {
	switch (fault.kind) {
		case 'file_missing':
			return `${jobOf(fault)}: ${fault.fileName} is not in the store (${fault.key}). Restore it from a backup, or remove it from the job.`;
		case 'file_changed':
			return `${jobOf(fault)}: ${fault.fileName} should have ${fault.bytes} bytes and has ${fault.found} (${fault.key}). Restore it from a backup.`;
		case 'copy_missing':
			return `${jobOf(fault)}: the ${fault.part === 'thumbnail' ? 'thumbnail' : 'cleaned copy'} of ${fault.fileName} is not in the store (${fault.key}).`;
		case 'logo_missing':
			return `Shop ${fault.shopId}: its logo is not in the store (${fault.key}). Upload it again under Settings.`;
		case 'orphan':
			return `Nothing refers to ${fault.key} (${fault.bytes} bytes).`;
		case 'card_wrong':
			return `${jobOf(fault)}: the card says ${cardWords(fault.card)}; there are ${cardWords(fault.files)}.`;
		default:
			return assertNever(fault);
	}
}

function jobOf({ shopId, number }: { shopId: string; number: number }): string {
	return `Shop ${shopId}, job ${number}`;
}

function cardWords({ images, documents, cover }: FilesOnCard): string {
	return `${images} images, ${documents} documents, cover ${cover?.id ?? 'none'}`;
}
