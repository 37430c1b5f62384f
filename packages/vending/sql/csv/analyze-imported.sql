analyze customer, service_point, agreement, meter, meter_key, meter_installation
