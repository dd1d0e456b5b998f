/** Tells pages where their readers log in: at the identity provider, if one is configured. */
package org.gongkai.security.login;
