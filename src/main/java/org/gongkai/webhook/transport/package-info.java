/** Messages to the systems that subscribed to events: signature, address and transmission. */
package org.gongkai.webhook.transport;
