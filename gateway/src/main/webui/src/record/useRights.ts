import { defineStore } from 'pinia';
import { useSession } from '../session/useSession';

/** In whose name somebody may act for a district. */
export interface Who {
  /** The bureau that supervises it. */
  isBureau: boolean;
  /** The district itself. */
  isDistrict: boolean;
  subject: string;
}

export const NOBODY: Who = { isBureau: false, isDistrict: false, subject: '' };

/** A code reaches itself and what lies below it, whatever the tree says (ADR 0004). */
export function reaches(code: string, district: string): boolean {
  return district.startsWith(code.replace(/(00){1,2}$/, ''));
}

export const useRights = defineStore('rights', () => {
  const session = useSession();

  function whoFor(district: string): Who {
    const visitor = session.visitor;
    if (!visitor?.districts.some((code) => reaches(code, district))) return NOBODY;
    return {
      isBureau: visitor.roles.includes('city-admin'),
      isDistrict: visitor.roles.includes('district-reporter'),
      subject: visitor.subject,
    };
  }

  return { whoFor };
});
