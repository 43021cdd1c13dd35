/** Small stand-ins for accounts, sites, links and handovers, and a person at a browser who does as told. */
package io.renkei.door.oidc.fakes;
