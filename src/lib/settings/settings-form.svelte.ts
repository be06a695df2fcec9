import type { Status } from '#lib/jobs/status.ts';
import { FAILED } from '#lib/ui/messages.ts';
import { checkRules } from './check-rules.ts';
import { CONFLICT, WRONG } from './messages.ts';
import {
	changeTo,
	differingFields,
	RULE_FIELDS,
	valuesOf,
	type RuleField,
	type RuleValues
} from './rule-fields.ts';
import type { SaveSettings } from './save-settings.ts';
import { SECTION_FIELDS, type Section } from './sections.ts';
import type { ShopRules } from './shop-settings.ts';
import { meantBy, typedRules, typeRule, type TypedRules } from './typed-rules.ts';

/** What became of the last save, and of which section. */
export interface Outcome {
	section: Section;
	state: 'saving' | 'saved' | 'refused';
	problem: string | null;
}

/** Most times that a save is sent again because others have saved other fields meanwhile. */
const ATTEMPTS = 4;

/** The settings of a shop while somebody types. Nothing of it is lost, whatever others save meanwhile. */
export class SettingsForm {
	typed: TypedRules;
	outcome = $state.raw<Outcome | null>(null);
	/** What others have saved of the fields that were to be saved; somebody has to choose. */
	conflicts = $state.raw<readonly RuleField[]>([]);
	/** Who has saved last, where that was another. */
	changedBy = $state.raw<string | null>(null);
	/** The settings as the server has them, for all that is known here. */
	#base: ShopRules;
	#faults = $state.raw<Record<string, string>>({});
	#refused = $state.raw<RuleValues | null>(null);
	#save: SaveSettings;

	constructor(rules: ShopRules, save: SaveSettings) {
		this.#base = $state.raw(rules);
		this.typed = $state(typedRules(rules));
		this.#save = save;
	}

	get base(): ShopRules {
		return this.#base;
	}

	/** What is meant by what stands in the fields. */
	get meant(): RuleValues {
		return meantBy(this.typed);
	}

	/** Whether a section has something to save. */
	isTouched(section: Section): boolean {
		const changed = this.#changed;
		return SECTION_FIELDS[section].some((field) => changed.includes(field));
	}

	/** Whether there is anything to lose. */
	get isUnsaved(): boolean {
		return this.#changed.length > 0;
	}

	/** What is said of a field, or of a part of it, until the field is changed. */
	faultsOf(field: RuleField): Record<string, string> {
		const isMended = !this.#refused || differingFields(this.#refused, this.meant).includes(field);
		if (isMended) return {};
		const own = Object.entries(this.#faults).filter(
			([path]) => path === field || path.startsWith(`${field}.`)
		);
		return Object.fromEntries(own);
	}

	/**
	 * G2: what is wrong with a status's days: at once when both are there, as the preview beside them has stopped then;
	 * until the second one is typed nobody has done anything wrong.
	 */
	daysFaultsOf(status: Status): Record<string, string> {
		const field = `thresholds.${status}` as const;
		const { amber, red } = this.typed.thresholds[status];
		if (amber === null || red === null) return this.faultsOf(field);
		return checkRules(changeTo(this.meant, [field]));
	}

	faultOf(field: RuleField): string | undefined {
		return Object.values(this.faultsOf(field))[0];
	}

	/** Saves the fields of one section, and leaves those of the others as they are typed. Returns whether it did. */
	async save(section: Section): Promise<boolean> {
		if (this.outcome?.state === 'saving') return false;
		const fields = SECTION_FIELDS[section].filter((field) => this.#changed.includes(field));
		if (this.conflicts.some((field) => fields.includes(field)))
			return this.#refuse(section, CONFLICT.chooseFirst);
		const meant = this.meant;
		const faults = checkRules(changeTo(meant, fields));
		this.#faults = faults;
		this.#refused = meant;
		if (Object.keys(faults).length > 0) return this.#refuse(section, WRONG);
		this.outcome = { section, state: 'saving', problem: null };
		return this.#send(section, meant, fields, ATTEMPTS);
	}

	/** Of the two values of a field, the one that stays. */
	choose(field: RuleField, whose: 'mine' | 'theirs'): void {
		this.conflicts = this.conflicts.filter((other) => other !== field);
		if (whose === 'theirs') this.#show(field);
		if (this.conflicts.length === 0) this.outcome = null;
	}

	/** Takes in what another way of saving has brought: the logo's. */
	adopt(rules: ShopRules): void {
		this.#meet(rules);
	}

	get #changed(): RuleField[] {
		return differingFields(valuesOf(this.#base), this.meant);
	}

	async #send(section: Section, meant: RuleValues, fields: RuleField[], attempts: number): Promise<boolean> {
		const change = { version: this.#base.version, ...changeTo(meant, fields) };
		const answer = await this.#save(change as Parameters<SaveSettings>[0]).catch(() => null);
		if (answer?.ok) {
			const typedSince = differingFields(meant, this.meant);
			this.#take(answer.settings, [
				...this.#changed.filter((field) => !fields.includes(field)),
				...typedSince
			]);
			this.outcome = { section, state: 'saved', problem: null };
			return true;
		}
		const { code, settings, changedBy = null, detail = FAILED, fields: faults = {} } = answer?.problem ?? {};
		this.#faults = faults;
		if (code !== 'settings.changed' || !settings) return this.#refuse(section, detail);
		this.changedBy = changedBy;
		this.#meet(settings);
		const isMet = !this.conflicts.some((field) => fields.includes(field));
		if (isMet && attempts > 1) return this.#send(section, meant, fields, attempts - 1);
		return this.#refuse(section, CONFLICT.choose);
	}

	/** Takes in what others have saved; where something else is typed here, in whatever section, somebody has to choose. */
	#meet(theirs: ShopRules): void {
		const mine = this.#changed;
		const others = differingFields(valuesOf(this.#base), valuesOf(theirs));
		const apart = differingFields(valuesOf(theirs), this.meant);
		const met = mine.filter((field) => others.includes(field) && apart.includes(field));
		const open = this.conflicts;
		this.conflicts = RULE_FIELDS.filter((field) => open.includes(field) || met.includes(field));
		this.#take(theirs, mine);
	}

	/** The server's settings are these; the named fields stay as they are typed. */
	#take(rules: ShopRules, mine: readonly RuleField[]): void {
		this.#base = rules;
		for (const field of RULE_FIELDS) if (!mine.includes(field)) this.#show(field);
	}

	#show(field: RuleField): void {
		typeRule(this.typed, field, typedRules(this.#base));
	}

	#refuse(section: Section, problem: string): false {
		this.outcome = { section, state: 'refused', problem };
		return false;
	}
}
