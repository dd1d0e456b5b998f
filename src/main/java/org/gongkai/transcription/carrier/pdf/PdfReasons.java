package org.gongkai.transcription.carrier.pdf;

import org.gongkai.text.Text;

/** The reasons for refusing a PDF file. */
final class PdfReasons {

    static final Text DAMAGED = new Text("不是 PDF 文件，或文件已损坏", "Not a PDF file, or the file is damaged");
    static final Text ENCRYPTED = new Text(
            "PDF 文件已加密。请取消密码和权限限制后提交，或者提交 DOCX 文件",
            "The PDF file is encrypted. Remove its password and restrictions, or send the report as DOCX");
    static final Text SCAN = new Text(
            "PDF 文件是扫描件：只有图片，没有文字。请提交扫描前的 DOCX 文件或网页，或者先做文字识别并另存为 DOCX",
            "The PDF file is a scan: it has pictures of pages, but no text. Send the DOCX file or web page it was printed"
                    + " from, or recognize its text first and save it as DOCX");
    static final Text FORM = new Text(
            "PDF 文件是 XFA 动态表单，没有可读的页面。请打印成 PDF 或另存为 DOCX",
            "The PDF file is a dynamic XFA form without pages. Print it as PDF, or save it as DOCX");
    static final Text GARBLED = new Text(
            "PDF 文件的字体没有文字编码（ToUnicode），文字无法识别。请提交 DOCX 文件或网页",
            "The fonts of the PDF file do not say which characters they show (no ToUnicode). Send the DOCX file or web page");
    static final Text PAGES = new Text("PDF 文件超过 %s 页", "The PDF file has more than %s pages");
    static final Text OBJECTS = new Text("PDF 文件的对象超过 %s 个", "The PDF file has more than %s objects");
    static final Text UNPACKED =
            new Text("PDF 文件解压后超过 %s 字节", "The PDF file has more than %s bytes when it is unpacked");
    static final Text FORMS = new Text(
            "PDF 文件的图形嵌套超过 %s 层，或者超过 %s 个",
            "The drawings of the PDF file are nested more than %s levels deep, or are more than %s");
    static final Text CONTENT =
            new Text("PDF 文件的页面内容过多，无法读取", "The pages of the PDF file have too much content to be read");
    static final Text FONTS =
            new Text("PDF 文件的字体所含字符过多，无法读取", "A font of the PDF file has too many characters to be read");

    private PdfReasons() {}
}
