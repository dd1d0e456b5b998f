/** The two statutory forms, declared once as annotated records: the format of 2021 and the trial format of 2019. */
package org.gongkai.form.statutory;
