package org.gongkai.registry.agency;

import java.util.List;
import java.util.Optional;
import org.gongkai.registry.code.CodeList;
import org.gongkai.registry.code.EqualCodes;

/** Looks up agencies by one statement each, for the change of a single agency. */
final class StoredAgencies implements AgencyLookup {

    @Override
    public Agency find(String code) {
        return Agency.findById(code);
    }

    @Override
    public Optional<String> withKey(List<String> keys) {
        return EqualCodes.find(CodeList.AGENCY, keys);
    }

    @Override
    public Optional<String> ownerOf(String creditCode, String otherThan) {
        return Agency.<Agency>find("unifiedSocialCreditCode = ?1 and code <> ?2", creditCode, otherThan)
                .firstResultOptional()
                .map(agency -> agency.code);
    }

    @Override
    public void stored(Agency agency, String formerCreditCode) {
        // The next statement finds it.
    }
}
