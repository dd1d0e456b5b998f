package org.gongkai.registry;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.report.Text;

/** The agencies that owe reports. */
@ApplicationScoped
public class Agencies {

    /** The agency of that code, which must be known. */
    public static Agency require(String code) {
        return Agency.<Agency>findByIdOptional(code)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.UNKNOWN_AGENCY, new Text("没有机关 %s", "There is no agency %s").with(code)));
    }

    /**
     * The same, and whatever is filed for it or changed about it waits until this transaction ends: what one of its reports is
     * compared with is then what is in force.
     */
    public static Agency lock(String code) {
        Panache.getEntityManager()
                .createNativeQuery("select 1 from agency where code = :code for no key update")
                .setParameter("code", code)
                .getResultList();
        Agency agency = require(code);
        Panache.getEntityManager().refresh(agency);
        return agency;
    }

    /**
     * Adds an agency or changes it.
     *
     * @return whether it is new
     */
    @Transactional
    public boolean put(String code, AgencyEntry entry) {
        Register.AGENCY.lock();
        EntryCheck check = new EntryCheck(code, entry.code()).name(entry.name()).present("kind", entry.kind());
        District district = check.known("district", entry.district(), id -> District.findById(id));
        Category category = check.known("category", entry.category(), id -> Category.findById(id));
        check.refuse();

        Agency known = Agency.findById(code);
        Agency agency = known == null ? new Agency() : known;
        agency.code = code;
        agency.name = entry.name();
        agency.district = district;
        agency.category = category;
        agency.kind = entry.kind();
        agency.persist();
        return known == null;
    }
}
