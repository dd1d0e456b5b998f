package org.gongkai.form.statutory;

import java.math.BigDecimal;
import org.gongkai.form.Corner;
import org.gongkai.form.Counts;
import org.gongkai.form.Item;
import org.gongkai.form.Over;
import org.gongkai.form.Unit;

/**
 * Table 二: information that Article 20 of the Regulations obliges an organ to disclose on its own initiative.
 *
 * @param rules Art. 20 (一), rules of departments and local governments
 * @param normativeDocuments Art. 20 (一), administrative normative documents
 * @param licensingDecisions Art. 20 (五), licensing decisions made this year
 * @param penaltyDecisions Art. 20 (六), penalty decisions made this year
 * @param compulsoryMeasureDecisions Art. 20 (六), compulsory measures decided this year
 * @param administrativeFees Art. 20 (八), administrative and institutional fees collected this year, in CNY 10,000 with
 *     at most six decimals; without the information processing fee, which is stated in section 六
 */
@Corner("信息内容")
public record ProactiveDisclosure(
        @Over("第二十条第（一）项") @Item(zh = "规章", en = "Rules") @Counts(Unit.DOCUMENT)
        Documents rules,

        @Over("第二十条第（一）项") @Item(zh = "行政规范性文件", en = "Administrative normative documents") @Counts(Unit.DOCUMENT)
        Documents normativeDocuments,

        @Over("第二十条第（五）项")
        @Item(of = "行政许可", zh = "本年处理决定数量", en = "Administrative licences, decisions this year")
        @Counts(Unit.DECISION)
        long licensingDecisions,

        @Over("第二十条第（六）项")
        @Item(of = "行政处罚", zh = "本年处理决定数量", en = "Administrative penalties, decisions this year")
        @Counts(Unit.DECISION)
        long penaltyDecisions,

        @Over("第二十条第（六）项")
        @Item(of = "行政强制", zh = "本年处理决定数量", en = "Administrative compulsory measures, decisions this year")
        @Counts(Unit.DECISION)
        long compulsoryMeasureDecisions,

        @Over("第二十条第（八）项")
        @Item(of = "行政事业性收费", zh = "本年收费金额", en = "Administrative and institutional fees, amount collected this year")
        @Counts(value = Unit.TEN_THOUSAND_YUAN, printed = Counts.Printed.BEHIND_HEADING)
        BigDecimal administrativeFees) {

    public ProactiveDisclosure {
        Counted.check(licensingDecisions, penaltyDecisions, compulsoryMeasureDecisions);
        Counted.checkAmount(administrativeFees);
    }
}
