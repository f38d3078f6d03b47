/** MQTT packets and what can be read of each (src/mqtt.c: mqtt_fields_per_packet). */

export const mqttTypes = [
  "CONNECT",
  "CONNACK",
  "PUBLISH",
  "PUBACK",
  "PUBREC",
  "PUBREL",
  "PUBCOMP",
  "SUBSCRIBE",
  "SUBACK",
  "UNSUBSCRIBE",
  "UNSUBACK",
  "PINGREQ",
  "PINGRESP",
  "DISCONNECT",
  "AUTH",
];

/** The name of a type that is written as name or number. */
export function packetType(written: string): string | undefined {
  if (/^\d+$/.test(written)) return mqttTypes[Number(written) - 1];
  return mqttTypes.find((type) => type === written.toUpperCase());
}

const reply = "reason_code 31 38";

/** Names of fields, and numbers of properties of MQTT 5.0. */
const fields: Readonly<Record<string, string>> = {
  CONNECT:
    "protocol_name protocol_version flags keepalive 17 33 39 34 25 23 38 21 22 client_identifier 24 1 2 3 8 9 will_topic will_payload username password",
  CONNACK: "flags protocol_version reason_code 17 33 36 37 39 18 34 31 40 41 42 19 26 28 38 21 22",
  PUBLISH: "1 2 3 8 9 11 35 38",
  PUBACK: reply,
  PUBREC: reply,
  PUBREL: reply,
  PUBCOMP: reply,
  SUBSCRIBE: "11 38",
  SUBACK: "31 38",
  UNSUBSCRIBE: "38",
  UNSUBACK: "31 38",
  DISCONNECT: "reason_code 17 28 31 38",
  AUTH: "21 22 31 38",
};

export function fieldsOf(type: string): readonly string[] {
  return fields[type]?.split(" ") ?? [];
}
