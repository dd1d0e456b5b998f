package org.gongkai.registry.agency;

import static org.gongkai.registry.agency.AgencyEntry.CONTACT_PERSON;
import static org.gongkai.registry.agency.AgencyEntry.EMAIL;
import static org.gongkai.registry.agency.AgencyEntry.TELEPHONE;

import java.util.List;
import java.util.function.Consumer;
import org.gongkai.audit.AuditEntry;
import org.gongkai.csv.UpsertResult;
import org.gongkai.registry.category.Category;
import org.gongkai.registry.code.CodeList;
import org.gongkai.registry.district.District;
import org.gongkai.registry.entry.EntryCheck;
import org.gongkai.text.EqualText;
import org.gongkai.text.Text;

/** Adds one agency to the registry, or changes it. */
final class AgencyUpsert {

    private AgencyUpsert() {}

    /**
     * Checks an entry, and stores it if it has no fault. The caller must hold the lock on the register.
     *
     * @param log receives the entry of the audit log, unless nothing changed
     */
    static UpsertResult store(String code, AgencyEntry entry, AgencyLookup agencies, Consumer<AuditEntry> log) {
        Agency known = agencies.find(code);
        EntryCheck check = new EntryCheck(CodeList.AGENCY, code, entry.code())
                .unique(known, agencies::withKey)
                .name(entry.name())
                .present("kind", entry.kind())
                .validity(
                        entry.validFrom(), entry.validTo(), !entry.successors().isEmpty());
        District district = check.known("district", CodeList.DISTRICT, entry.district(), id -> District.findById(id));
        Category category = check.known("category", CodeList.CATEGORY, entry.category(), id -> Category.findById(id));
        List<Agency> successors = Succession.check(check, known, entry);
        String creditCode = UnifiedSocialCreditCode.folded(entry.unifiedSocialCreditCode());
        checkCreditCode(code, creditCode, agencies, check);
        String telephone = check.contact(CONTACT_PERSON, entry.contactPerson()).telephone(TELEPHONE, entry.telephone());
        String email = check.email(EMAIL, entry.email());
        NameHistory nameHistory = NameHistory.of(known, entry);
        nameHistory.check(check);
        check.refuse();

        AgencyEntry before = known == null ? null : AgencyEntry.of(known);
        Agency agency = known == null ? new Agency() : known;
        agency.code = code;
        agency.name = entry.name();
        agency.nameSince = nameHistory.since();
        agency.formerNames = nameHistory.formerNames();
        agency.district = district;
        agency.category = category;
        agency.kind = entry.kind();
        agency.unifiedSocialCreditCode = creditCode;
        agency.validFrom = entry.validFrom();
        agency.validTo = entry.validTo();
        agency.successor = successors.size() == 1 ? successors.get(0) : null;
        agency.splitInto = successors.size() == 1 ? List.of() : entry.successors();
        agency.contactPerson = given(entry.contactPerson(), agency.contactPerson);
        agency.telephone = given(telephone, agency.telephone);
        agency.email = given(email, agency.email);
        agency.persist();
        agencies.stored(agency, before == null ? null : before.unifiedSocialCreditCode());
        return AgencyChange.record(before, AgencyEntry.of(agency), log);
    }

    /** Returns the given text, {@code null} for a blank one, and the known text where none is given. */
    private static String given(String given, String known) {
        if (given == null) {
            return known;
        }
        return EqualText.isBlank(given) ? null : given;
    }

    private static void checkCreditCode(String agency, String code, AgencyLookup agencies, EntryCheck check) {
        if (code == null) {
            return;
        }
        if (!UnifiedSocialCreditCode.isValid(code)) {
            check.addFinding("unifiedSocialCreditCode", UnifiedSocialCreditCode.fault(code));
            return;
        }
        agencies.ownerOf(code, agency)
                .ifPresent(other -> check.addFinding(
                        "unifiedSocialCreditCode",
                        new Text("已登记在机关 %s 名下", "Already used by the agency %s").with(other)));
    }
}
