/**
 * Documents in the form in which offices publish them: the statutory tables in their official layout, written as HTML,
 * DOCX, PDF and XLSX.
 */
package org.gongkai.publication;
