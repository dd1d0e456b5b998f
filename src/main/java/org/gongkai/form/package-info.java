/**
 * The model of any statutory form: annotations for records, the catalogue of figures and their series. Everything else
 * about a form is derived from it.
 */
package org.gongkai.form;
