import { createContext } from 'svelte';
import type { SettingsForm } from './settings-form.svelte.ts';

/** The form that all sections of the page share. */
export const [useSettings, provideSettings] = createContext<SettingsForm>();
