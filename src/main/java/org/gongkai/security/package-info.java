/**
 * Access control: roles, the agencies that a token represents, and the local issuer of tokens for installations without
 * an identity provider.
 */
package org.gongkai.security;
