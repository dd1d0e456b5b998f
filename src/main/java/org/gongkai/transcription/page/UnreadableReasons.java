package org.gongkai.transcription.page;

import org.gongkai.text.Text;

/** The reasons for refusing a document. */
public final class UnreadableReasons {

    public static final Text ENCODING = new Text(
            "无法识别文字编码：应为 UTF-8 或 GB18030（GBK、GB2312）", "The encoding is neither UTF-8 nor GB18030 (GBK, GB2312)");
    public static final Text TOO_DEEP = new Text("标记嵌套超过 %s 层", "Elements are nested more than %s levels deep");
    public static final Text TOO_MANY_TAGS = new Text("标记超过 %s 个", "The page has more than %s tags");
    public static final Text TOO_LARGE_UNPACKED = new Text("解压后超过 %s 字节", "The unpacked file has more than %s bytes");
    public static final Text TOO_MANY_PARTS = new Text("文件的组成部分超过 %s 个", "The file has more than %s parts");

    public static final Text NOT_DOCX = new Text("不是 DOCX 文件，或文件已损坏", "Not a DOCX file, or the file is damaged");
    public static final Text NOT_WORKBOOK =
            new Text("不是 XLSX 或 XLS 工作簿，或文件已损坏", "Not an XLSX or XLS workbook, or the file is damaged");
    public static final Text NOT_DOC = new Text("不是 DOC 文件，或文件已损坏", "Not a DOC file, or the file is damaged");
    public static final Text NOT_OPEN_DOCUMENT =
            new Text("不是 ODT 或 ODS 文件，或文件已损坏", "Not an ODT or ODS file, or the file is damaged");
    public static final Text NOT_MESSAGE = new Text("不是 MHTML 文件，或其中没有网页", "Not an MHTML file, or it contains no page");
    public static final Text PROTECTED =
            new Text("文件有密码保护，请去掉密码后提交", "The file is protected by a password: remove it, and send the file again");
    public static final Text TOO_MANY_CELLS = new Text("表格的单元格超过 %s 个", "A table has more than %s cells");
    public static final Text TOO_MANY_ROWS = new Text("表格超过 %s 行", "A table has more than %s rows");
    public static final Text TOO_MANY_MERGED = new Text("工作表的合并单元格超过 %s 个", "A sheet has more than %s merged cells");
    public static final Text TOO_MANY_SHEETS = new Text("工作表超过 %s 张", "The workbook has more than %s sheets");
    public static final Text TOO_MANY_PARAGRAPHS = new Text("段落超过 %s 个", "The document has more than %s paragraphs");
    public static final Text TOO_MANY_LINES =
            new Text("段落和表格行合计超过 %s", "The document has more than %s paragraphs and rows of tables");
    public static final Text TOO_MUCH_TEXT =
            new Text("文字超过 %s 个字符", "The document has more than %s characters of text");
    public static final Text RICH_TEXT = new Text(
            "不读取 RTF 文件：请在 Word 或 WPS 中另存为 DOCX 后提交",
            "RTF files are not read: save the file as DOCX in Word or WPS, and send that");

    public static final Text PICTURE = new Text(
            "图片不能识别，请提供 Word 或 PDF 文件（PDF 须含文字，不是扫描件）",
            "Pictures are not read: send the Word file, or a PDF file with text that is not a scan");

    public static final Text NO_TABLES = new Text(
            "没有找到年度报告的表格：表二识别出 %s 行，表三识别出 %s 行。报告若是图片或附件，请提交附件本身",
            "The tables of an annual report were not found: only %s rows of table 2 and %s rows of table 3 were"
                    + " recognised. If the report is a picture or an attachment, send the attachment itself");

    private UnreadableReasons() {}
}
