package org.gongkai.form.statutory;

import org.gongkai.form.Columns;
import org.gongkai.form.Item;
import org.gongkai.form.Over;
import org.gongkai.form.Total;

/**
 * One row of table 三, by type of applicant.
 *
 * @param naturalPerson natural persons
 * @param commercialEnterprise legal persons and other organisations: commercial enterprises
 * @param researchInstitution legal persons and other organisations: research institutions
 * @param publicWelfareOrganization legal persons and other organisations: public-welfare organisations
 * @param legalServiceOrganization legal persons and other organisations: legal-service organisations
 * @param otherOrganization legal persons and other organisations: other
 * @param total all applicants
 */
@Columns("申请人情况")
public record Applicants(
        @Item(zh = "自然人", en = "Natural persons") long naturalPerson,

        @Over("法人或其他组织") @Item(zh = "商业企业", en = "Commercial enterprises")
        long commercialEnterprise,

        @Over("法人或其他组织") @Item(zh = "科研机构", en = "Research institutions")
        long researchInstitution,

        @Over("法人或其他组织") @Item(zh = "社会公益组织", en = "Public-welfare organisations")
        long publicWelfareOrganization,

        @Over("法人或其他组织") @Item(zh = "法律服务机构", en = "Legal-service organisations")
        long legalServiceOrganization,

        @Over("法人或其他组织") @Item(zh = "其他", en = "Other organisations")
        long otherOrganization,

        @Item(zh = "总计", en = "Total") @Total long total) {

    public Applicants {
        Counted.check(
                naturalPerson,
                commercialEnterprise,
                researchInstitution,
                publicWelfareOrganization,
                legalServiceOrganization,
                otherOrganization,
                total);
    }
}
