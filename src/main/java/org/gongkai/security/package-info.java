/** Who may do what: roles, the agencies a token speaks for, and the issuer of tokens for installations that have no other. */
package org.gongkai.security;
