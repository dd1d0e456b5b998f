package org.gongkai.form.statutory;

import java.math.BigDecimal;
import org.gongkai.form.Corner;
import org.gongkai.form.Counts;
import org.gongkai.form.Item;
import org.gongkai.form.Over;
import org.gongkai.form.Signed;
import org.gongkai.form.Stock;
import org.gongkai.form.Unit;

/**
 * Table 二 of the format of 2019: information that Article 20 of the Regulations obliges an organ to disclose on its own
 * initiative.
 *
 * @param rules Art. 20 (一), rules of departments and local governments
 * @param normativeDocuments Art. 20 (一), normative documents
 * @param licensing Art. 20 (五), items that need a licence
 * @param licensingDecisions Art. 20 (五), licensing decisions made this year
 * @param otherExternalServices Art. 20 (五), other administrative services to the public
 * @param penalties Art. 20 (六), items that can be penalised
 * @param penaltyDecisions Art. 20 (六), penalty decisions made this year
 * @param compulsoryMeasures Art. 20 (六), items that allow compulsory measures
 * @param compulsoryMeasureDecisions Art. 20 (六), compulsory measures decided this year
 * @param administrativeFeeItems Art. 20 (八), items of administrative and institutional fees; a number of items, not an
 *     amount
 * @param centralizedProcurement Art. 20 (九), centralised government procurement
 */
@Corner("信息内容")
public record ProactiveDisclosure2019(
        @Over("第二十条第（一）项") @Item(zh = "规章", en = "Rules") @Counts(Unit.DOCUMENT)
        Documents2019 rules,

        @Over("第二十条第（一）项") @Item(zh = "规范性文件", en = "Normative documents") @Counts(Unit.DOCUMENT)
        Documents2019 normativeDocuments,

        @Over("第二十条第（五）项") @Item(zh = "行政许可", en = "Administrative licences") @Counts(Unit.ITEM)
        ListedItems licensing,

        @Over("第二十条第（五）项")
        @Item(of = "行政许可", zh = "处理决定数量", en = "Administrative licences, decisions this year")
        @Counts(Unit.DECISION)
        long licensingDecisions,

        @Over("第二十条第（五）项")
        @Item(zh = "其他对外管理服务事项", en = "Other administrative services to the public")
        @Counts(Unit.ITEM)
        ListedServices otherExternalServices,

        @Over("第二十条第（六）项") @Item(zh = "行政处罚", en = "Administrative penalties") @Counts(Unit.ITEM)
        ListedItems penalties,

        @Over("第二十条第（六）项")
        @Item(of = "行政处罚", zh = "处理决定数量", en = "Administrative penalties, decisions this year")
        @Counts(Unit.DECISION)
        long penaltyDecisions,

        @Over("第二十条第（六）项") @Item(zh = "行政强制", en = "Administrative compulsory measures") @Counts(Unit.ITEM)
        ListedItems compulsoryMeasures,

        @Over("第二十条第（六）项")
        @Item(of = "行政强制", zh = "处理决定数量", en = "Administrative compulsory measures, decisions this year")
        @Counts(Unit.DECISION)
        long compulsoryMeasureDecisions,

        @Over("第二十条第（八）项") @Item(zh = "行政事业性收费", en = "Administrative and institutional fees") @Counts(Unit.ITEM)
        ListedItems administrativeFeeItems,

        @Over("第二十条第（九）项") @Item(zh = "政府集中采购", en = "Centralised government procurement")
        Procurement centralizedProcurement) {

    /**
     * Documents of one kind over the year, as the format of 2019 counts them; not comparable with the format of 2021.
     *
     * @param newlyMade made during the year
     * @param newlyDisclosed disclosed for the first time during the year
     * @param totalDisclosed total number disclosed to the public at the end of the year
     */
    public record Documents2019(
            @Item(zh = "本年新制作数量", en = "Newly made this year")
            long newlyMade,

            @Item(zh = "本年新公开数量", en = "Newly disclosed this year")
            long newlyDisclosed,

            @Item(zh = "对外公开总数量", en = "Total disclosed") @Stock
            long totalDisclosed) {

        public Documents2019 {
            Counted.check(newlyMade, newlyDisclosed, totalDisclosed);
        }
    }

    /**
     * The length of a list of items last year, and its change.
     *
     * @param priorYearItems items on the list last year
     * @param netChange change this year, negative if the list became shorter
     */
    public record ListedItems(
            @Item(zh = "上一年项目数量", en = "Items last year") @Stock(opensWith = {"priorYearItems", "netChange"})
            long priorYearItems,

            @Item(zh = "本年增/减", en = "Change this year") @Signed
            long netChange) {

        public ListedItems {
            Counted.check(priorYearItems, Math.abs(netChange));
        }
    }

    /**
     * The length of a list of items last year, its change, and the decisions made.
     *
     * @param priorYearItems items on the list last year
     * @param netChange change this year, negative if the list became shorter
     * @param decisions decisions made this year
     */
    public record ListedServices(
            @Item(zh = "上一年项目数量", en = "Items last year") @Stock(opensWith = {"priorYearItems", "netChange"})
            long priorYearItems,

            @Item(zh = "本年增/减", en = "Change this year") @Signed
            long netChange,

            @Item(zh = "处理决定数量", en = "Decisions this year") @Counts(Unit.DECISION)
            long decisions) {

        public ListedServices {
            Counted.check(priorYearItems, Math.abs(netChange), decisions);
        }
    }

    /**
     * Centralised government procurement during the year.
     *
     * @param projects number of projects
     * @param totalAmount total amount, in CNY 10,000 with at most six decimals
     */
    public record Procurement(
            @Item(zh = "采购项目数量", en = "Projects") @Counts(Unit.PROJECT)
            long projects,

            @Item(zh = "采购总金额", en = "Total amount")
            @Counts(value = Unit.TEN_THOUSAND_YUAN, printed = Counts.Printed.BEHIND_NUMBER)
            BigDecimal totalAmount) {

        public Procurement {
            Counted.check(projects);
            Counted.checkAmount(totalAmount);
        }
    }

    public ProactiveDisclosure2019 {
        Counted.check(licensingDecisions, penaltyDecisions, compulsoryMeasureDecisions);
    }
}
