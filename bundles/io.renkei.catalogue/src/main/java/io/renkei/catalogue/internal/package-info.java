/**
 * The catalogue as data. Eight YAML files say which items there are, which procedures, life events, destinations and code
 * lists, which items of self-information and agencies; they are read together into one {@link io.renkei.catalogue.internal.CatalogueData}, which is checked as a whole
 * and then never changes. A changed file makes a new one; a faulty change leaves the one in use where it is.
 *
 * <p>An item, a code list, a life event and a destination have one definition for ever. A procedure may have several,
 * one per period, and the periods of one number never overlap; likewise what an official identifier names.
 */
package io.renkei.catalogue.internal;
