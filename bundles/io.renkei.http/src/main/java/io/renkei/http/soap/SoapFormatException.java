package io.renkei.http.soap;

/** Bytes that are no SOAP 1.1 answer within the bounds. It repeats nothing of them. */
public final class SoapFormatException extends Exception {

    private static final long serialVersionUID = 1L;

    SoapFormatException(String sentence) {
        super(sentence);
    }
}
